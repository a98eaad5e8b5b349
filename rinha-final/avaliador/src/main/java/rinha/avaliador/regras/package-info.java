/// As regras: cada uma diz o que deve valer, faz a sua prova e relata o que viu.
///
/// As provas são relativas: comparam o saldo com o de antes, porque o servidor pode já ter história. O saldo vem da
/// resposta de uma transação, e não do extrato, salvo quando é o extrato que está em prova: assim um extrato
/// atrasado não acusa quem lê o corpo.
package rinha.avaliador.regras;
